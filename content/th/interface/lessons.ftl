# Lessons and quizzes.

lessons-intro =
    เลือกบทที่อยากเรียนได้เลย
    เริ่มบทไหนก่อนก็ได้ พักตอนไหนก็ได้

lesson-heading = 📘 { $title } · { $step }/{ $steps }

lesson-hint = 💡 ใบ้ให้: { $hint }

lesson-cover = 📘 { $title }

lesson-probes-why =
    ก่อนเริ่ม ลอง 3 ข้อสั้น ๆ ก่อนก็ได้ ไม่นับคะแนน
    จบบทแล้วมีอีก 3 ข้อ ช่วยให้เรารู้ว่าบทเรียนสอนดีไหม โดยไม่รู้ว่าใครตอบ

lesson-probe-before = 📝 ก่อนเรียน { $at }/{ $of } · เดาได้เลย ไม่มีเฉลย

lesson-probe-after = 📝 หลังเรียน { $at }/{ $of } · ตอบตามที่คิดเลย

lesson-several = เลือกได้หลายข้อ แล้วกด “ตอบเลย”

lesson-order = กดทีละอันตามลำดับ อันไหนมาก่อน กดก่อน

lesson-situation = ถ้าเป็นเธอ จะทำยังไง

lesson-right = ✅ ใช่เลย!

lesson-chosen = เธอเลือก “{ $option }”

lesson-chose-true = เธอตอบว่า “จริง”

lesson-chose-not = เธอตอบว่า “ไม่จริง”

lesson-your-order = ลำดับของเธอ

lesson-incomplete = ที่เลือกมาถูกหมดเลย แต่ยังมีอีกนะ ลองหาดู

lesson-better = 💚 แบบนี้ดีกว่า

lesson-also-good = 💚 อีกทางที่ดี

lesson-it-is-true = 💚 เรื่องนี้จริงนะ

lesson-it-is-not = 💚 เรื่องนี้ไม่จริงนะ

lesson-refresher = 📘 ทวนนิดนึง

lesson-shorter =
    ข้ามไปหลายข้อแล้ว ไม่เป็นไรเลยนะ
    อยากไปทางสั้นไหม เหลือแค่การ์ดกับข้อง่าย ๆ

lesson-done = 🎉 จบบท “{ $title }” แล้ว!

lesson-score =
    ตอบถูก { $right } จาก { $questions } ข้อ
    ได้กี่ข้อก็เก่งแล้ว เพราะเธอได้ลองคิดเอง

# Stories

stories-intro =
    เรื่องสั้น ๆ แบบแชต เธอเป็นคนเลือกว่าจะทำอะไรต่อ
    เลือกแบบไหนก็ได้ แล้วดูว่าเกิดอะไรขึ้น

story-heading = 🎬 { $title }

story-changed = เรื่องนี้เพิ่งแก้ไป เริ่มใหม่อีกทีนะ

story-end-safe = 🌿 จบแบบปลอดภัย

story-end-helped = 🤝 จบแบบมีคนช่วย

story-end-think = 💭 จบแล้ว ลองคิดต่ออีกนิด

story-signs = 🔎 สัญญาณเตือนที่เจอในเรื่อง

story-sign = • { $sign }

# Practice

practice-heading-review = 🔁 ทบทวน { $at }/{ $of } · { $title }

practice-heading-check = 🧩 รวมทุกบท { $at }/{ $of } · { $title }

practice-done = 🔁 จบรอบนี้แล้ว เก่งมาก!

practice-score = ถูกตั้งแต่ครั้งแรก { $right } จาก { $questions } ข้อ

practice-again = ข้อถัดไปจะกลับมาวันที่ { $day }

practice-nothing = วันนี้ยังไม่มีอะไรต้องทบทวน ข้อถัดไปจะมาวันที่ { $day }

practice-nothing-yet =
    ยังไม่มีอะไรให้ทบทวน
    ลองเรียนสักบทก่อน แล้วข้อที่ตอบไปจะวนกลับมาเอง

check-done = 🧩 ครบทุกบทแล้ว!

check-went-most = เธอจำได้เกือบหมดเลย เอาไปเล่าให้เพื่อนฟังได้สบาย

check-went-some = จำได้เยอะแล้วนะ บทไหนยังงง ๆ กลับไปเล่นอีกรอบได้

check-went-few = เรื่องพวกนี้ไม่ง่าย ลองเลือกบทที่ชอบมาอ่านอีกรอบนะ

# Reminders

reminders-on = 🔔 ได้เลย วันไหนมีข้อให้ทบทวน จะทักตอนเย็น ไม่เกินวันละครั้ง

reminders-off = 🔕 หยุดเตือนแล้ว จะกลับมาเมื่อไหร่ก็ได้นะ
