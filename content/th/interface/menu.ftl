# The main menu and what stands around it.

menu =
    อยากทำอะไรต่อดี กดเลือกได้เลย
    หรือพิมพ์อะไรมาก็ได้นะ

neutral-news = มีเรื่องใหม่ให้ดูนะ

quiz-card =
    🎯 มาเล่นควิซกัน!
    ข้อสั้นๆ ไม่จับเวลา ผิดก็ลองใหม่ได้
    เธอจะตอบถูกกี่ข้อนะ

group-line = อยากคุยหรือเล่นควิซ ทักเราในแชทส่วนตัวได้เลย: @{ $bot }

# Toasts: at most 200 characters.
toast-old-button = ปุ่มนี้ใช้ไปแล้วนะ กดปุ่มล่าสุดข้างล่างได้เลย
toast-done = เรียบร้อย
