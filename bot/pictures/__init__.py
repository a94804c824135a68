"""Pictures: from drawings of the content to what Telegram can be sent. Off the event loop."""
