# What staff read in the staff group. "🧒" marks a child's own words: only replies to such a message go to
# the child.

# The card of a case. A title is also the name of its topic (at most 128 characters).
case-title-emergency = 🔴 ฉุกเฉิน · { $name }
case-title-urgent = 🟠 ด่วน · { $name }
case-title-concern = 🟡 น่าเป็นห่วง · { $name }

card-state =
    สถานะ: { $state }
    ผู้รับ: { $staff }
card-about =
    เรื่อง: { $categories }
    เกิดกับ: { $about }
card-child = ภาษา: { $language } · อายุ: { $age }
card-arrived = เข้ามา: { $at }
card-not-read = ⚠️ ระบบอ่านข้อความไม่ได้ ต้องให้คนอ่าน
card-not-safe = 🙈 เด็กซ่อนแชทไว้ ระบบจะไม่ส่งอะไรจนกว่าเด็กจะเขียนมา
card-blocked = 🚫 ส่งถึงเด็กไม่ได้ (บล็อกหรือลบแชทแล้ว)
card-second-person = 👥 มีคนขอปิดเคสแล้ว รออีกคนยืนยัน
card-why = คำที่ทำให้ระบบแจ้งเตือน:
card-asked-for-person = 💬 เด็กกดขอคุยกับคน
card-how-to-answer =
    ตอบเด็ก: กด “ตอบกลับ” ที่ข้อความที่ขึ้นต้นด้วย 🧒
    ข้อความอื่นในหัวข้อนี้เห็นแค่ในทีม
    ไม่ซักรายละเอียด ไม่ขอรูป ไม่นัดเจอ ไม่ชวนไปคุยที่อื่น

from-child = 🧒 เด็กเขียน:

# Calls for attention, in the topic and in General
case-waits = ⏰ { $name } รอมา { $minutes } นาทีแล้ว ยังไม่มีใครรับเคส
case-waits-claimed = ⏰ { $name } รอมา { $minutes } นาทีแล้ว มีคนรับเคสแต่ยังไม่ได้ตอบเด็ก
case-reopened = 🔁 { $name } เขียนมาอีก เคสเปิดใหม่แล้ว ยังไม่มีใครรับ
case-emergency-again = 🔴 { $name } มีข้อความฉุกเฉินเข้ามาใหม่ กรุณาอ่านตอนนี้
case-more-urgent = 🟠 { $name } ด่วนกว่าเดิม กรุณาอ่านอีกครั้ง

# Notes in the topic
note-claimed = { $staff } รับเคสนี้แล้ว
note-released = { $staff } คืนเคสให้ทีม ตอนนี้ยังไม่มีคนรับ
note-resolved = { $staff } ปิดเคส: ช่วยเสร็จแล้ว
note-false-alarm = { $staff } ปิดเคส: ระบบเตือนผิด
note-handed-on = { $staff } ปิดเคส: ส่งต่อแล้ว
note-reopened = { $staff } เปิดเคสนี้อีกครั้ง
note-second-person =
    { $staff } ขอปิดเคสนี้
    เคสฉุกเฉินต้องมีคนที่สองเห็นด้วย: อ่านข้อความเด็กอีกรอบ แล้วกดปิด
note-hidden =
    🙈 เด็กกดซ่อนแชท อาจมีคนอื่นถือมือถืออยู่
    ระบบจะไม่ส่งอะไรไปก่อน จนกว่าเด็กจะเขียนมา
note-deleted-kept =
    🗑 เด็กกดลบข้อมูล ข้อมูลการเรียนถูกลบแล้ว เคสนี้อยู่ต่อจนปิด
    ระวังก่อนตอบ อาจมีคนอื่นถือมือถืออยู่
note-deleted =
    🗑 เด็กกดลบข้อมูล เคสปิดแล้ว ข้อความที่ระบบเก็บไว้อ่านไม่ได้อีก
    ข้อความในหัวข้อนี้ยังอยู่ใน Telegram กรุณาลบตามระเบียบขององค์กร
note-only-asking = ℹ️ เด็กกดว่า “แค่ถามเฉยๆ” ระดับความด่วนยังเท่าเดิม กรุณาอ่านเอง
note-media = 📎 เด็กส่ง{ $kind } ระบบไม่ได้เปิดและไม่ได้เก็บ อย่าขอให้ส่งซ้ำ
note-blocked = 🚫 เด็กบล็อกบอทหรือลบแชท ตอนนี้ส่งถึงเด็กไม่ได้
note-unblocked = เด็กกลับมาใช้บอทแล้ว ส่งข้อความได้
note-topic-again = หัวข้อเดิมถูกลบ จึงสร้างใหม่ ข้อความของเด็กอยู่ข้างล่าง

# What became of a reply
delivery-sent = ✓ ส่งถึงเด็กแล้ว
delivery-waiting = ✓ ส่งแล้ว เด็กเห็นแค่ “มีเรื่องใหม่ให้ดู” ยังไม่ได้เปิดอ่าน
delivery-opened = 👁 เด็กเปิดอ่านคำตอบแล้ว
delivery-held =
    ⏸ ยังไม่ได้ส่ง เพราะเด็กซ่อนแชทไว้
    คำตอบรออยู่ในกล่องข้อความของเด็ก ถ้าเด็กเขียนมาอีก ตอบใหม่ได้เลย
delivery-blocked = 🚫 ส่งไม่ได้ เด็กบล็อกบอทหรือลบแชทแล้ว
delivery-failed = ⚠️ ส่งไม่สำเร็จ เด็กยังไม่เห็นคำตอบนี้ กรุณาตอบใหม่อีกครั้ง

# Refusals
stays-inside = ข้อความนี้ไม่ได้ส่งถึงเด็ก ถ้าจะตอบเด็ก กด “ตอบกลับ” ที่ข้อความที่ขึ้นต้นด้วย 🧒
refused-not-on-roster = ไม่ได้ทำตามคำสั่งนี้ และไม่ได้ส่งอะไรถึงเด็ก: คุณยังไม่อยู่ในรายชื่อทีม ให้หัวหน้าเพิ่มด้วย /add
refused-not-lead = คำสั่งนี้ใช้ได้เฉพาะหัวหน้าทีม
refused-closed = ไม่ได้ส่ง: เคสปิดแล้ว กด “เปิดเคสอีกครั้ง” ที่การ์ดก่อน
refused-only-text = ไม่ได้ส่ง: ส่งถึงเด็กได้แค่ตัวหนังสือ
refused-forwarded = ไม่ได้ส่ง: ข้อความส่งต่อส่งให้เด็กไม่ได้ กรุณาพิมพ์เอง
refused-no-case =
    ไม่ได้ส่งถึงเด็ก: ข้อความที่ตอบไม่ใช่ข้อความเด็กของเคสที่ยังมีอยู่ (เด็กอาจลบข้อมูลแล้ว)
    ถ้าจะตอบเด็ก กด “ตอบกลับ” ที่ข้อความที่ขึ้นต้นด้วย 🧒 ของเคสที่เปิดอยู่
refused-blocked = ไม่ได้ส่ง: เด็กบล็อกบอทหรือลบแชทแล้ว
toast-already-claimed = เคสนี้มีคนรับแล้ว หรือปิดไปแล้ว
toast-not-on-roster = คุณยังไม่อยู่ในรายชื่อทีม ปุ่มนี้จึงใช้ไม่ได้ ให้หัวหน้าเพิ่มด้วย /add

# The roster and the open cases
staff-help =
    /add เพิ่มคนในทีม · /remove เอาคนออก (หัวหน้าเท่านั้น)
    /staff ดูรายชื่อทีม · /status ดูเคสที่เปิดอยู่
staff-add-how = วิธีเพิ่ม: ตอบกลับข้อความของคนนั้นด้วย /add แล้วตามด้วยชื่อที่ทีมเรียก
staff-remove-how = วิธีเอาออก: ตอบกลับข้อความของคนที่อยู่ในรายชื่อทีมด้วย /remove
staff-added = เพิ่ม { $staff } ในทีมแล้ว
staff-removed = เอา { $staff } ออกจากทีมแล้ว
staff-last-lead = เอาออกไม่ได้: เป็นหัวหน้าคนสุดท้าย ต้องมีหัวหน้าอย่างน้อยหนึ่งคน
staff-list = รายชื่อทีม:
staff-member-staff = • { $staff }
staff-member-lead = • { $staff } (หัวหน้า)
status-none = ตอนนี้ไม่มีเคสเปิดอยู่
status-open = เคสที่เปิดอยู่: { $cases }

first-lead = หัวหน้าทีม
pilot-notice =
    🧪 ช่วงทดลองใช้: เนื้อหาและเบอร์โทรบางส่วนยังไม่มีคนขององค์กรตรวจ
    ก่อนแนะนำเบอร์ให้เด็ก ช่วยเช็กก่อนทุกครั้ง
