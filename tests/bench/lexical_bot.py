"""The whole bot as a process whose judge cannot be used, neither encoder nor letters: patterns read alone."""

from bot.understanding.trained import artefact
from tests.bench import whole_bot

artefact.best = lambda folder=artefact.FOLDER: (None, (f"{folder.name} is left out",))

if __name__ == "__main__":
    whole_bot.app(["run"])
