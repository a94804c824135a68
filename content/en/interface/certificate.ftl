# The picture of a lesson or a story, and the certificate for all lessons.

# Under a picture, for whoever cannot see it.
picture-shows = 🖼 In the picture: { $drawn }

certificate-ask =
    🎖 You finished every lesson. Well done!
    What name should be on your certificate? A made-up one is fine. Just type it.
    Thai or English letters, { $letters } at most.
    It stays only in the picture. We don't keep it.

certificate-given =
    🎖 Here it is: your certificate.
    Keep it for yourself, or show it to someone you trust.

# In the drawing: one line each, the words two.
certificate-heading = Certificate
certificate-to = for
certificate-nobody = a great learner
certificate-words =
    who finished all { $lessons } lessons,
    and is ready to stand by a friend
certificate-day = { $day } { $year }
