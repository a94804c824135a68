# What Telegram shows around the chat. The name and the descriptions are seen before Start, also by others
# who look at the phone.

bot-name = เพื่อน

# At most 120 characters
bot-short-description = บทเรียนสั้นๆ ควิซ และคำตอบสำหรับวัยรุ่น ถามได้ทุกเรื่อง ฟรี

# At most 512 characters
bot-description =
    สวัสดี เราชื่อ “เพื่อน” เป็นบอท ไม่ใช่คน
    มีบทเรียนสั้นๆ ควิซ และตอบคำถามได้ ไม่ต้องบอกชื่อจริง

    ถ้าไม่ปลอดภัยตอนนี้ โทร 191 ได้เลย
    กด “เริ่ม” (Start) ข้างล่าง แล้วมาคุยกัน

command-start = เริ่มคุย
command-help = ช่วยเหลือ เบอร์โทร คุยกับคน
command-menu = เมนู
command-lessons = บทเรียน ควิซ
command-language = เปลี่ยนภาษา
command-hide = ซ่อนแชท
command-delete = ลบข้อมูลของฉัน
command-privacy = เก็บอะไรบ้าง

staff-command-add = เพิ่มคนในทีม (ตอบกลับข้อความของคนนั้น)
staff-command-remove = เอาคนออกจากทีม (ตอบกลับข้อความของคนนั้น)
staff-command-staff = ดูรายชื่อทีม
staff-command-status = ดูเคสที่เปิดอยู่
staff-command-questions = ดูว่าเด็กถามเรื่องอะไร
staff-command-insights = ดูว่าบทเรียนได้ผลแค่ไหน
staff-command-suggest = เสนอให้ระบบดีขึ้น (ในหัวข้อของเคส)

# Stands above a message that may already have arrived once.
possible-repeat = ↻ ข้อความนี้อาจส่งซ้ำ

# Shown in the terminal when the demo is ready.
demo-ready =
    เดโมพร้อมแล้ว เปิดดูได้ที่ { $address }
    เนื้อหายังไม่ผ่านการตรวจขององค์กร และเบอร์โทรยังไม่ได้ลองโทร
