# Asking, and what is said when there is no answer. `faq-none` may be the reply to a cry for help that
# nothing has recognised, so it never sounds like an error and always shows the way to a person.

ask-anything =
    ถามมาได้เลย คำถามไหนก็ถามได้
    พิมพ์เหมือนคุยกับเพื่อน พิมพ์ผิดก็ไม่เป็นไร
    ไม่ต้องบอกชื่อจริงของใครนะ

# Small talk: the words (parted by spaces) that may be the whole message, and the answers. Particles are
# what may stand after them. Repeated letters count once. No farewell stands here: it may be meant for good.
small-talk-greetings =
    สวัสดี หวัดดี ดี ดีจ้า ฮัลโหล ฮาโหล โหล ทัก ไง อรุณสวัสดิ์ เฮ้ เฮ
small-talk-thanks =
    ขอบคุณ ขอบใจ แต๊งกิ้ว แต้งกิ้ว ขอบคุน โอเค รับทราบ เข้าใจแล้ว ได้เลย 555 ฮ่าฮ่า อิอิ
small-talk-particles =
    ค่ะ คะ ค่า ค้า คับ ครับ ค้าบ คร้าบ ฮะ ฮับ จ้า จ้ะ จ๊ะ จะ นะ น้า น่า เลย มาก มากๆ จริงๆ เธอ เพื่อน บอท ทุกคน ด้วย แล้ว ล่ะ อะ อ่ะ
small-talk-hello =
    สวัสดี! ดีใจที่ทักมานะ
    อยากเล่นควิซ ถามอะไร หรือคุยกับคน กดเลือกได้เลย
small-talk-welcome = ได้เลยนะ มีอะไรอีก พิมพ์มาได้เสมอ

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
