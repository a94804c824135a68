# Names of things, and the words that case names are made of.

language-name = English

case-state-new = nobody has taken it
case-state-claimed = taken
case-state-answered = answer written, the child may not have seen it
case-state-waiting-for-child = answer opened, waiting for the child to write
case-state-resolved = closed: resolved
case-state-false-alarm = closed: false alert
case-state-handed-on = closed: referred to an agency
case-state-reopened = open again, nobody has taken it

category-sexual-abuse = sexual abuse
category-image-abuse = private pictures or videos
category-grooming = grooming
category-trafficking = trafficking, forced
category-violence = violence
category-self-harm = self-harm, thoughts of suicide
category-bullying = bullying
category-distress = distress

about-self = the child who writes
about-other = someone the child tells about

media-kind-photo = a picture
media-kind-video = a video
media-kind-voice = a voice message
media-kind-sticker = a sticker
media-kind-document = a file
media-kind-contact = a contact
media-kind-location = a location
media-kind-other = something that is not text

# Forty words each, parted by spaces. Neutral things only: no first names or nicknames, no places, no sizes,
# nothing that could be taken to describe a child.
case-name-first =
    Blue Indigo Navy Purple Pink Orange Yellow Green Red White
    Grey Silver Cream Brown Peach Lemon Olive Emerald Jade Mint
    Lime Pearl Ivory Sand Coffee Cocoa Caramel Vanilla Cherry Plum
    Lavender Maroon Brick Copper Amber Sapphire Crimson Topaz Teal Azure
case-name-second =
    Owl Peacock Hornbill Heron Seagull Sparrow Kingfisher Penguin Squirrel Zebra
    Giraffe Koala Dolphin Whale Seahorse Starfish Clownfish Dragonfly Firefly Ladybird
    Sunflower Lotus Frangipani Marigold Fuchsia Bluebell Cactus Mangrove Pine Mahogany
    Acacia Maple Almond Cedar Pumpkin Carrot Tomato Broccoli Cabbage Lettuce
