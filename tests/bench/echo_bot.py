"""A bare bot on the stock library: answers a text with the same text, a tap with an edit. Nothing is kept."""

import os

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

CONCURRENT = 64
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("next", callback_data="next")]])


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it back, with a button."""
    assert update.message is not None
    await update.message.reply_text(update.message.text or "", reply_markup=KEYBOARD)


async def tapped(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Stop the spinner and change the message."""
    query = update.callback_query
    assert query is not None
    await query.answer()
    await query.edit_message_text(f"tap {query.id}", reply_markup=KEYBOARD)


def build() -> "Application":  # type: ignore[type-arg]
    """The bot, as the library's examples build it, with 64 updates at once."""
    application = (
        ApplicationBuilder()
        .token(os.environ["BOT_TOKEN"])
        .base_url(os.environ["BOT_API_URL"] + "/bot")
        .concurrent_updates(CONCURRENT)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(tapped))
    return application


if __name__ == "__main__":
    build().run_polling()
