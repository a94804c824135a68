# What works: /insights in the staff group, its chart and its table, and the report for donors
# (`python -m bot report`). All numbers are anonymous counts. Those under five are covered as "<5", and so is
# what one of them would follow from: ">25" is more than 25, "≥38" at least 38, "–" not told.

figures-period = { $first } ถึง { $last }
figures-interval = { $low } ถึง { $high }
figures-lessons = บทเรียน: เรียนจบและได้เรียนรู้
figures-finished = เรียนจบ จากที่เริ่มเรียน
figures-gain = เรียนรู้เพิ่ม จากส่วนที่ยังไม่รู้
figures-gain-note = จุดคือส่วนที่เรียนรู้เพิ่ม เส้นคือช่วง 95 % ของค่านี้ (ความบังเอิญมีผลได้แค่ไหน)
figures-covered-note = จำนวนที่น้อยกว่า 5 แสดงเป็น “<5” ส่วน “>” “≥” และ “–” ปิดจำนวนที่อาจทำให้เดาได้
figures-stories = เรื่องเล่า: จบแบบไหน
figures-story-begun = เริ่ม { $begun }
figures-end-safe = ปลอดภัย
figures-end-helped = มีคนช่วย
figures-end-think = ให้คิดต่อ
figures-hardest = คำถามที่ตอบถูกครั้งแรกน้อยที่สุด
figures-practice-review = ทบทวนข้อที่ถึงเวลา
figures-practice-check = รวมทุกบท

insights-totals =
    📊 การเรียนรู้ { $period }
    บทเรียน: เริ่ม { $begun } · จบ { $finished }
    เรื่องเล่าที่เริ่ม { $stories } · ทบทวนจบ { $practice } รอบ
insights-gain = 🌱 เรียนรู้เพิ่ม { $gain } ของส่วนที่ยังไม่รู้ (ช่วง 95 %: { $interval })
insights-gain-unknown = 🌱 เด็กที่ตอบทั้งก่อนและหลังเรียนยังน้อยไป จึงยังบอกไม่ได้ว่าเรียนรู้เพิ่มแค่ไหน
insights-hardest = 🤔 ข้อที่ตอบถูกครั้งแรกน้อยที่สุด:
insights-question = • { $lesson } — { $question } · { $share }
insights-believed = { "  " }ที่เข้าใจผิดกันมากที่สุด: { $belief }
insights-note = ตัวเลขไม่ระบุตัวตน นับถึงเมื่อวาน จำนวนที่น้อยกว่า 5 แสดงเป็น “<5”
insights-table = 📄 ตัวเลขทั้งหมดเป็นตาราง

# Headings of the table.
column-kind = ประเภท
column-title = บทเรียนหรือเรื่องเล่า
column-text = คำถาม
column-begun = เริ่มหรือเห็น
column-finished = จบ
column-share = สัดส่วนเป็น %
column-right = ถูกครั้งแรก
column-missed = ตอบพลาด
column-skipped = ข้าม
column-hints = ดูคำใบ้
column-pairs = ตอบทั้งก่อนและหลัง
column-before = เฉลี่ยก่อนเรียน (จาก 3)
column-after = เฉลี่ยหลังเรียน (จาก 3)
column-gain = เรียนรู้เพิ่มเป็น %
column-low = ช่วง 95 % ตั้งแต่
column-high = ช่วง 95 % ถึง
column-safe = จบแบบปลอดภัย
column-helped = จบแบบมีคนช่วย
column-think = จบแบบให้คิดต่อ
column-believed = ที่เข้าใจผิดกันมากที่สุด
kind-lesson = บทเรียน
kind-question = คำถาม
kind-story = เรื่องเล่า
kind-practice = ทบทวน

# The report.
report-title = เด็ก ๆ ได้เรียนรู้อะไร
report-by = เพื่อน (Phuean) เพื่อนเรียนรู้บน Telegram · { $organisation }
report-lead =
    เด็ก ๆ เรียนบทสั้น ๆ ในแชท ตัดสินใจในเรื่องเล่า แล้วกลับมาทบทวน
    หน้านี้บอกว่าเป็นไปอย่างไร ด้วยตัวเลขที่ไม่ระบุตัวตน
report-tile-begun = ครั้งที่เริ่มบทเรียน
report-tile-finished = ครั้งที่เรียนจบบท
report-tile-gain = เรียนรู้เพิ่ม จากส่วนที่ยังไม่รู้
report-tile-stories = ครั้งที่เริ่มเรื่องเล่า
report-tile-practice = รอบที่ทบทวนจบ
report-lessons = บทเรียน
report-lessons-how =
    ก่อนเรียนมีคำถาม 3 ข้อ หลังเรียนมีอีก 3 ข้อที่ยากพอกัน จึงเห็นว่าเรียนรู้เพิ่มแค่ไหน
    เรียนรู้เพิ่ม 40 % แปลว่า จากทั้งหมดที่ก่อนเรียนยังตอบไม่ได้ หลังเรียนตอบได้ 40 %
report-column-lesson = บทเรียน
report-column-begun = เริ่ม
report-column-finished = จบ
report-column-share = สัดส่วน
report-column-pairs = ตอบก่อนและหลัง
report-column-means = ถูกจาก 3 ข้อ
report-column-gain = เรียนรู้เพิ่ม
report-column-range = ช่วง 95 %
report-means = { $before } → { $after }
report-stories = เรื่องเล่า
report-stories-how = เด็กเลือกเองว่าจะพูดอะไรในแชท ไม่มีตอนจบไหนเป็นการลงโทษ ทุกตอนจบพาไปหาความช่วยเหลือ หรือมีเรื่องให้คิดต่อ
report-column-story = เรื่องเล่า
report-practice = ทบทวน
report-practice-how = คำถามจะกลับมาหลังผ่านไปหลายวัน เพื่อให้จำได้นาน
report-column-round = รอบ
report-hardest = ข้อที่ยากที่สุด
report-hardest-how = คำถามเหล่านี้บอกว่าบทเรียนตรงไหนต้องทำให้ชัดขึ้น
report-column-believed = ที่เข้าใจผิดกันมากที่สุด
report-nothing-yet = ยังมีข้อมูลไม่พอที่จะแสดง
report-questions = คำถามทั้งหมด
report-column-question = คำถาม
report-column-shown = เห็น
report-column-right = ถูก
report-column-missed = พลาด
report-column-skipped = ข้าม
report-column-hints = คำใบ้
report-limits = ตัวเลขเหล่านี้บอกอะไรได้ และบอกอะไรไม่ได้
report-limit-anonymous = เป็นจำนวนนับรายวัน ไม่มีชื่อ ไม่มีข้อความ และไม่มีอะไรที่โยงไปถึงเด็กคนใด
report-limit-covered =
    จำนวนที่น้อยกว่า 5 แสดงเป็น “<5” ส่วนจำนวนที่อาจทำให้เดาได้ แสดงเป็นขอบเขต (“>25” “≥38”) หรือ “–”
    เพราะจำนวนน้อย ๆ อาจชี้ถึงเด็กคนใดคนหนึ่งได้
report-limit-pairs =
    ส่วนที่เรียนรู้เพิ่มนับเฉพาะเด็กที่ตอบคำถามครบทั้งก่อนและหลังเรียน ซึ่งอาจเป็นเด็กที่ตั้งใจที่สุด
    ถ้านับเด็กทุกคน ค่านี้อาจน้อยลง
report-limit-twice = เด็กที่เรียนบทเดิมสองครั้งถูกนับสองครั้ง และไม่มีใครรู้ว่ามีเด็กทั้งหมดกี่คน
report-limit-range =
    ช่วง 95 % บอกว่าความบังเอิญมีผลได้แค่ไหน ถ้าเด็กที่ตอบมีน้อย ช่วงนี้จะกว้าง
    และไม่ได้เปรียบเทียบกับเด็กที่ไม่ได้เรียน
report-limit-knowing = รู้คำตอบที่ถูกในแชท ไม่ได้แปลว่าปลอดภัยแล้ว ตัวเลขเหล่านี้ไม่ได้บอกเรื่องนั้น
