"""Alembic's entry: runs the migrations on the connection it is given."""

from alembic import context

from db.tables import metadata


def run() -> None:
    """Run the migrations inside the transaction that the caller has opened (see `db.migrate`)."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
