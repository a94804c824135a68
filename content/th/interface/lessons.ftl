# Lessons and quizzes.

lessons-intro =
    เลือกบทที่อยากเรียนได้เลย
    เริ่มบทไหนก่อนก็ได้ พักตอนไหนก็ได้

lesson-heading = 📘 { $title } · { $step }/{ $steps }

lesson-hint = 💡 ใบ้ให้: { $hint }

lesson-right = ✅ ใช่เลย! “{ $option }”

lesson-chosen = เธอเลือก “{ $option }”

lesson-better = 💚 แบบนี้ดีกว่า: “{ $option }”

lesson-done = 🎉 จบบท “{ $title }” แล้ว!

lesson-score =
    ตอบถูก { $right } จาก { $questions } ข้อ
    ได้กี่ข้อก็เก่งแล้ว เพราะเธอได้ลองคิดเอง
