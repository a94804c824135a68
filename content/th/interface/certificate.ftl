# The picture of a lesson or a story, and the certificate for all lessons.

# Under a picture, for whoever cannot see it.
picture-shows = 🖼 ในรูป: { $drawn }

certificate-ask =
    🎖 เรียนครบทุกบทแล้ว เก่งมาก!
    อยากให้เขียนชื่อว่าอะไร ชื่อที่ตั้งเองก็ได้ พิมพ์มาได้เลย
    ตัวไทยหรืออังกฤษ ไม่เกิน { $letters } ตัว
    ชื่อจะอยู่แค่ในรูป เราไม่เก็บไว้ที่อื่น

certificate-given =
    🎖 นี่เลย เกียรติบัตรของเธอ
    เก็บไว้ดูเองก็ได้ หรืออวดคนที่ไว้ใจก็ได้

# In the drawing: one line each, the words two.
certificate-heading = เกียรติบัตร
certificate-to = มอบให้
certificate-nobody = คนเก่งของเรา
certificate-words =
    เรียนครบทั้ง { $lessons } บทแล้ว
    และพร้อมอยู่ข้างเพื่อน
certificate-day = วันที่ { $day } พ.ศ. { $year }
