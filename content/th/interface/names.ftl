# Names of things, and the words that case names are made of.

language-name = ไทย

case-state-new = ยังไม่มีคนรับ
case-state-claimed = มีคนรับแล้ว
case-state-answered = ทีมเขียนตอบแล้ว เด็กอาจยังไม่เห็น
case-state-waiting-for-child = คำตอบถูกเปิดอ่านแล้ว รอเด็กเขียนมา
case-state-resolved = ปิด: ช่วยเสร็จแล้ว
case-state-false-alarm = ปิด: ระบบเตือนผิด
case-state-handed-on = ปิด: ส่งต่อหน่วยงานแล้ว
case-state-reopened = เปิดใหม่ ยังไม่มีคนรับ

category-sexual-abuse = ล่วงละเมิดทางเพศ
category-image-abuse = รูปหรือคลิปส่วนตัว
category-grooming = กรูมมิ่ง (ทำดีด้วยเพื่อหลอกใช้)
category-trafficking = ค้ามนุษย์ ถูกบังคับ
category-violence = ความรุนแรง
category-self-harm = ทำร้ายตัวเอง ไม่อยากมีชีวิตอยู่
category-bullying = ถูกกลั่นแกล้ง
category-distress = ทุกข์ใจ

about-self = เด็กที่เขียนมา
about-other = คนอื่นที่เด็กเล่าถึง

media-kind-photo = รูป
media-kind-video = วิดีโอ
media-kind-voice = ข้อความเสียง
media-kind-sticker = สติกเกอร์
media-kind-document = ไฟล์
media-kind-contact = รายชื่อติดต่อ
media-kind-location = ตำแหน่งที่อยู่
media-kind-other = สิ่งที่ไม่ใช่ตัวหนังสือ

# Forty words each, parted by spaces. Neutral things only: no first names or nicknames, no places, no sizes,
# nothing that could be taken to describe a child.
case-name-first =
    นกฮูก นกยูง นกเงือก นกกระสา นกนางนวล นกกระจอก นกกระเต็น เพนกวิน กระรอก ม้าลาย
    ยีราฟ โคอาลา โลมา วาฬ ม้าน้ำ ปลาดาว ปลาการ์ตูน แมลงปอ หิ่งห้อย เต่าทอง
    ทานตะวัน บัวหลวง ลีลาวดี ดาวเรือง ชวนชม เฟื่องฟ้า กระบองเพชร โกงกาง สนทะเล มะฮอกกานี
    จามจุรี ราชพฤกษ์ หูกวาง ตะแบก ฟักทอง แครอท มะเขือเทศ บรอกโคลี กะหล่ำ ผักกาด
case-name-second =
    สีฟ้า สีคราม สีน้ำเงิน สีม่วง สีชมพู สีส้ม สีเหลือง สีเขียว สีแดง สีขาว
    สีเทา สีเงิน สีครีม สีน้ำตาล สีพีช สีมะนาว สีมะกอก สีมรกต สีหยก สีมินต์
    สีตองอ่อน สีไข่มุก สีงาช้าง สีทราย สีกาแฟ สีโกโก้ สีคาราเมล สีวานิลลา สีเชอร์รี สีองุ่น
    สีลาเวนเดอร์ สีกุหลาบ สีอิฐ สีทองแดง สีอำพัน สีไพลิน สีทับทิม สีบุษราคัม สีน้ำทะเล สีท้องฟ้า
