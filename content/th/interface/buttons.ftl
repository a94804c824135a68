# Labels of the buttons: at most 38 columns; at most 18 where two stand in a row.

# Under every message
button-menu = ☰ เมนู
button-help = ♡ ช่วยเหลือ

# Menu
button-lessons = 📘 บทเรียน ควิซ
button-ask = ❓ ถามอะไรก็ได้
button-person = 💬 คุยกับคน
button-language = 🌐 ภาษา
button-kept = 🔒 เก็บอะไรบ้าง
button-hide = 🙈 ซ่อน
button-delete = 🗑 ลบข้อมูลของฉัน

# Help
button-inbox = 📬 กล่องข้อความ
button-open = เปิดดู
button-numbers = 📞 ดูเบอร์โทร
button-write-more = ✏️ เขียนต่อ
button-only-asking = เราแค่ถามเฉยๆ
button-happening = มันเกิดขึ้นจริง

# Under an answer, and where there is none
button-helped = 👍 ช่วยได้
button-not-helped = 👎 ยังไม่ใช่
button-ask-person = 🙋 ให้คนจริงตอบ

# Age
button-age-10-12 = 10–12 ปี
button-age-13-15 = 13–15 ปี
button-age-16-17 = 16–17 ปี
button-age-skip = ไม่ตอบ

# Hide and delete
button-hide-yes = ซ่อนเลย
button-delete-yes = ลบเลย
button-no = ยังก่อน กลับเมนู

# Lessons
button-lesson-new = 📘 { $number }. { $title }
button-lesson-begun = 📖 { $number }. { $title }
button-lesson-done = ⭐ { $number }. { $title }
button-back = ← ย้อนกลับ
button-next = ถัดไป →
button-hint = 💡 ขอคำใบ้
button-skip = ข้ามข้อนี้
button-stories = 🎬 เรื่องให้เลือก
button-story-new = 🎬 { $title }
button-story-done = ⭐ { $title }
button-story-again = 🔁 ลองเลือกทางอื่น
button-lesson = 📘 { $title }
button-way-out = 🚪 ในเรื่องนี้ ขอให้คนช่วย
button-a-story = 🎬 ลองเล่นเรื่องสั้น
button-review = 🔁 ทบทวนวันนี้
button-missed = 🔁 ลองข้อที่พลาดอีกที
button-remind-on = 🔔 เตือนเราให้มาทบทวน
button-remind-off = 🔕 หยุดเตือน
button-check = 🧩 รวมทุกบท
button-certificate = 🎖 รับเกียรติบัตร
button-certificate-plain = ไม่ใส่ชื่อ
button-start = ▶️ เริ่มเลย
button-before = 📝 ลอง 3 ข้อก่อน
button-leave-probes = ไม่ทำข้อพวกนี้
button-answer-true = จริง
button-answer-false = ไม่จริง
button-ticked = ☑ { $option }
button-unticked = ☐ { $option }
button-done = ตอบเลย
button-undo = ↩️ ถอยหนึ่งอัน
button-retry = 🔁 ลองอีกที
button-solution = 👀 ดูเฉลย
button-shorter = ไปทางสั้น
button-stay = ไปต่อแบบเดิม
button-cards = 📖 อ่านการ์ดอีกรอบ
button-again = เล่นอีกรอบ
button-next-lesson = ต่อไป: { $title }

# Staff
button-case-claim = 🙋 รับเคสนี้
button-case-release = คืนเคสให้ทีม
button-case-resolve = ✅ ปิด: ช่วยเสร็จแล้ว
button-case-hand-on = ปิด: ส่งต่อหน่วยงานแล้ว
button-case-false-alarm = ปิด: ระบบเตือนผิด
button-case-reopen = เปิดเคสอีกครั้ง
