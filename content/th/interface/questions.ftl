# Asking, and what is said when there is no answer. `faq-none` may be the reply to a cry for help that
# nothing has recognised, so it never sounds like an error and always shows the way to a person.

ask-anything =
    ถามมาได้เลย คำถามไหนก็ถามได้
    พิมพ์เหมือนคุยกับเพื่อน พิมพ์ผิดก็ไม่เป็นไร
    ไม่ต้องบอกชื่อจริงของใครนะ

faq-did-you-mean =
    หมายถึงข้อไหนนะ กดเลือกได้เลย
    ถ้าไม่มีข้อที่ใช่ ลองพิมพ์อีกแบบ หรือคุยกับคนก็ได้

faq-none =
    ขอบคุณที่พิมพ์มานะ เราเป็นบอท เลยตอบได้แค่บางเรื่อง
    ลองพิมพ์อีกแบบได้ หรือถ้ามีเรื่องกลัว ไม่สบายใจ
    กด “คุยกับคน” เราจะส่งที่เธอเพิ่งพิมพ์ให้คนจริงอ่าน

faq-check-in =
    ถ้าเรื่องนี้เกิดกับเธอหรือคนที่เธอรู้จัก ไม่ใช่ความผิดของเธอนะ
    บอกเราได้ กดปุ่มข้างล่าง
