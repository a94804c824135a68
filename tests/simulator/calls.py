"""Calls of the Bot API that must pass, and calls that must be refused, with the reason."""

from typing import Any

from tests.simulation import CHILD, GROUP, STAFF, STAFF_ROOM

Call = tuple[str, dict[str, Any]]
BUTTON = {"text": "Go", "callback_data": "go"}


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    """An inline keyboard of one row."""
    return {"inline_keyboard": [list(buttons)]}


def text(**more: Any) -> Call:
    """sendMessage to the child."""
    return ("sendMessage", {"chat_id": CHILD, "text": "hello", **more})


def quiz(**more: Any) -> Call:
    """A quiz to the child."""
    basics = {"question": "1+1?", "options": ["1", "2"], "type": "quiz", "correct_option_ids": [1]}
    return ("sendPoll", {"chat_id": CHILD, **basics, **more})


def inline(**more: Any) -> Call:
    """answerInlineQuery with one article; the query does not exist, so only the table can be checked."""
    content = {"message_text": "hello"}
    article = {"type": "article", "id": "1", "title": "t", "input_message_content": content}
    return ("answerInlineQuery", {"inline_query_id": "1", "results": [article], **more})


GOOD: dict[str, Call] = {
    "getMe": ("getMe", {}),
    "plain text": text(),
    "longest text": text(text="x" * 4096),
    "4096 emoji": text(text="\N{PARTY POPPER}" * 4096),
    "html": text(text="<b>a</b> <i>b</i> <a href='https://example.org/x'>c</a>", parse_mode="HTML"),
    "html at the limit": text(text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML"),
    "entities": text(text="hello", entities=[{"type": "bold", "offset": 0, "length": 5}]),
    "silent": text(disable_notification=True),
    "protected": text(protect_content=True),
    "no preview": text(link_preview_options={"is_disabled": True}),
    "reply": text(reply_parameters={"message_id": 1}),
    "reply to a lost one": text(reply_parameters={"message_id": 999, "allow_sending_without_reply": True}),
    "callback button": text(reply_markup=keyboard(BUTTON)),
    "64 bytes of data": text(reply_markup=keyboard({"text": "a", "callback_data": "x" * 64})),
    "url button": text(reply_markup=keyboard({"text": "a", "url": "https://example.org"})),
    "copy button": text(reply_markup=keyboard({"text": "a", "copy_text": {"text": "1387"}})),
    "inline button": text(reply_markup=keyboard({"text": "a", "switch_inline_query": ""})),
    "styled button": text(reply_markup=keyboard({**BUTTON, "style": "danger"})),
    "empty keyboard": text(reply_markup={"inline_keyboard": []}),
    "reply keyboard": text(reply_markup={"keyboard": [["a", {"text": "b"}]], "resize_keyboard": True}),
    "contact key": text(reply_markup={"keyboard": [[{"text": "b", "request_contact": True}]]}),
    "remove keyboard": text(reply_markup={"remove_keyboard": True}),
    "force reply": text(reply_markup={"force_reply": True, "input_field_placeholder": "write"}),
    "into the group": text(chat_id=GROUP),
    "typing": ("sendChatAction", {"chat_id": CHILD, "action": "typing"}),
    "quiz": quiz(is_anonymous=False, explanation="because\nit\nis"),
    "old quiz": (
        "sendPoll",
        {"chat_id": CHILD, "question": "q", "options": ["a", "b"], "type": "quiz", "correct_option_id": 0},
    ),
    "quiz with a time": quiz(open_period=5),
    "poll of 12": (
        "sendPoll",
        {"chat_id": CHILD, "question": "q", "options": [{"text": str(n)} for n in range(12)]},
    ),
    "delete nothing": ("deleteMessages", {"chat_id": CHILD, "message_ids": list(range(900, 1000))}),
    "getChat": ("getChat", {"chat_id": CHILD}),
    "getChat of a group": ("getChat", {"chat_id": STAFF_ROOM}),
    "getChatMember": ("getChatMember", {"chat_id": STAFF_ROOM, "user_id": STAFF}),
    "getChatAdministrators": ("getChatAdministrators", {"chat_id": STAFF_ROOM}),
    "topic": ("createForumTopic", {"chat_id": STAFF_ROOM, "name": "case", "icon_color": 7322096}),
    "topic of 128": ("createForumTopic", {"chat_id": STAFF_ROOM, "name": "x" * 128}),
    "commands": ("setMyCommands", {"commands": [{"command": "start", "description": "begin"}]}),
    "commands for one chat": (
        "setMyCommands",
        {
            "commands": [{"command": "a_1", "description": "x" * 256}],
            "scope": {"type": "chat", "chat_id": STAFF_ROOM},
            "language_code": "th",
        },
    ),
    "getMyCommands": ("getMyCommands", {"scope": {"type": "all_private_chats"}}),
    "deleteMyCommands": ("deleteMyCommands", {}),
    "setMyName": ("setMyName", {"name": "x" * 64}),
    "setMyDescription": ("setMyDescription", {"description": "x" * 512, "language_code": "en"}),
    "setMyShortDescription": ("setMyShortDescription", {"short_description": "x" * 120}),
    "menu button": ("setChatMenuButton", {"menu_button": {"type": "commands"}}),
    "getUpdates": ("getUpdates", {"limit": 100, "timeout": 0, "allowed_updates": ["message", "chat_member"]}),
    "getWebhookInfo": ("getWebhookInfo", {}),
    "deleteWebhook": ("deleteWebhook", {"drop_pending_updates": False}),
    "getMyName": ("getMyName", {"language_code": "th"}),
    "getChatMenuButton": ("getChatMenuButton", {"chat_id": CHILD}),
}

BAD: dict[str, tuple[Call, str]] = {
    "empty text": (text(text=""), "Bad Request: message text is empty"),
    "blank text": (text(text=" \n "), "Bad Request: text must be non-empty"),
    "4097 characters": (text(text="x" * 4097), "Bad Request: message is too long"),
    "4097 emoji": (text(text="\N{PARTY POPPER}" * 4097), "Bad Request: message is too long"),
    "66 bytes of data": (
        text(reply_markup=keyboard({"text": "a", "callback_data": "ก" * 22})),
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    "button without action": (
        text(reply_markup=keyboard({"text": "a"})),
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "button with two actions": (
        text(reply_markup=keyboard({**BUTTON, "url": "https://example.org"})),
        "Bad Request: can't parse inline keyboard button: exactly one optional field must be used",
    ),
    "button with a bad link": (
        text(reply_markup=keyboard({"text": "a", "url": "javascript:1"})),
        "Bad Request: BUTTON_URL_INVALID",
    ),
    "button without text": (
        text(reply_markup=keyboard({"callback_data": "a"})),
        'Bad Request: can\'t parse inline keyboard button: Field "text" must be of type String',
    ),
    "bad style": (
        text(reply_markup=keyboard({**BUTTON, "style": "pink"})),
        "Bad Request: can't parse inline keyboard button: invalid button style specified",
    ),
    "unknown parameter": (text(colour="red"), 'Bad Request: unknown parameter "colour" of sendMessage'),
    "no chat": (("sendMessage", {"text": "a"}), "Bad Request: chat_id is empty"),
    "unknown chat": (text(chat_id=1), "Bad Request: chat not found"),
    "301 characters of question": (
        quiz(question="x" * 301),
        "Bad Request: poll question length must not exceed 300",
    ),
    "13 options": (
        quiz(options=[str(n) for n in range(13)]),
        "Bad Request: poll can't have more than 12 options",
    ),
    "no options": (quiz(options=[]), "Bad Request: poll must have at least one answer option"),
    "101 characters of option": (
        quiz(options=["x" * 101, "b"]),
        "Bad Request: poll options length must not exceed 100",
    ),
    "201 characters of explanation": (quiz(explanation="x" * 201), "Bad Request: explanation is too long"),
    "4 lines of explanation": (
        quiz(explanation="a\nb\nc\nd"),
        "Bad Request: explanation has too many line feeds",
    ),
    "quiz without answer": (quiz(correct_option_ids=[2]), "Bad Request: wrong correct option ID specified"),
    "4 seconds": (quiz(open_period=4), "Bad Request: open_period must be at least 5"),
    "201 characters of toast": (
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}),
        "Bad Request: MESSAGE_TOO_LONG",
    ),
    "101 ids": (
        ("deleteMessages", {"chat_id": CHILD, "message_ids": list(range(1, 102))}),
        "Bad Request: too many message identifiers specified",
    ),
    "command of 33": (
        ("setMyCommands", {"commands": [{"command": "x" * 33, "description": "a"}]}),
        "Bad Request: command length must not exceed 32",
    ),
    "command in capitals": (
        ("setMyCommands", {"commands": [{"command": "Start", "description": "a"}]}),
        "Bad Request: BOT_COMMAND_INVALID",
    ),
    "command without description": (
        ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}),
        "Bad Request: command description must be non-empty",
    ),
    "description of 513": (
        ("setMyDescription", {"description": "x" * 513}),
        "Bad Request: USER_BOT_DESCRIPTION_TOO_LONG",
    ),
    "nameless topic": (
        ("createForumTopic", {"chat_id": STAFF_ROOM, "name": ""}),
        "Bad Request: title must be non-empty",
    ),
    "topic of 129": (
        ("createForumTopic", {"chat_id": STAFF_ROOM, "name": "x" * 129}),
        "Bad Request: title is too long",
    ),
    "a seventh colour": (
        ("createForumTopic", {"chat_id": STAFF_ROOM, "name": "a", "icon_color": 1}),
        "Bad Request: invalid icon color specified",
    ),
    "secret of 257": (
        ("setWebhook", {"url": "https://127.0.0.1/x", "secret_token": "x" * 257}),
        "Bad Request: secret token is too long",
    ),
    "secret with a space": (
        ("setWebhook", {"url": "https://127.0.0.1/x", "secret_token": "a b"}),
        "Bad Request: secret token contains unallowed characters",
    ),
    "entity of no kind": (
        text(entities=[{"type": "loud", "offset": 0, "length": 1}]),
        "Bad Request: can't parse MessageEntity: Unsupported type specified",
    ),
    "entity outside": (
        text(entities=[{"type": "bold", "offset": 3, "length": 9}]),
        "Bad Request: entity lies outside the text",
    ),
    "unknown action": (
        ("sendChatAction", {"chat_id": CHILD, "action": "sing"}),
        "Bad Request: wrong parameter action in request",
    ),
    "button with empty text": (
        text(reply_markup=keyboard({"text": "", "callback_data": "a"})),
        "Bad Request: inline keyboard button text must be non-empty",
    ),
    "half a character": (text(text="\ud83c"), "Bad Request: strings must be encoded in UTF-8"),
    "unknown parse mode": (text(parse_mode="BBCode"), "Bad Request: unsupported parse_mode"),
    "unmodelled parse mode": (
        text(parse_mode="MarkdownV2"),
        "Bad Request: parse_mode MarkdownV2 is not modelled by the simulator; use HTML or entities",
    ),
    "number as text": (text(text=5), 'Bad Request: field "text" must be of type String'),
    "text as number": (
        text(message_thread_id="abc"),
        'Bad Request: field "message_thread_id" must be of type Number',
    ),
    "maybe as truth": (
        text(protect_content="maybe"),
        'Bad Request: field "protect_content" must be of type Boolean',
    ),
    "markup of no kind": (text(reply_markup={"a": 1}), "Bad Request: object expected as reply markup"),
    "flat keyboard": (
        text(reply_markup={"inline_keyboard": [BUTTON]}),
        'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    "101 updates": (("getUpdates", {"limit": 101}), "Bad Request: limit must be at most 100"),
    "unknown update kind": (
        ("getUpdates", {"allowed_updates": ["messages"]}),
        "Bad Request: unknown update type in allowed_updates",
    ),
    "General by its number": (
        text(chat_id=STAFF_ROOM, message_thread_id=1),
        "Bad Request: message thread not found",
    ),
    "reply to a lost one": (
        text(reply_parameters={"message_id": 999}),
        "Bad Request: message to be replied not found",
    ),
    "unknown scope": (
        ("getMyCommands", {"scope": {"type": "moon"}}),
        "Bad Request: can't parse BotCommandScope: Unsupported type specified",
    ),
    "51 results": (
        inline(results=[{"type": "article"}] * 51),
        "Bad Request: too many inline query results specified",
    ),
    "offset of 65 bytes": (inline(next_offset="x" * 65), "Bad Request: NEXT_OFFSET_INVALID"),
    "a file": (
        ("getFile", {"file_id": "x"}),
        "Bad Request: wrong file_id or the file is temporarily unavailable",
    ),
    "document by an id": (
        ("sendDocument", {"chat_id": CHILD, "document": "abc"}),
        "Bad Request: wrong file identifier/HTTP URL specified",
    ),
    "no document": (
        ("sendDocument", {"chat_id": CHILD}),
        "Bad Request: there is no document in the request",
    ),
}
