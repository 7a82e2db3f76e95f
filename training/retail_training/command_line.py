"""From the words of the command line to the work they ask for."""

import argparse
from collections.abc import Callable

from retail_training.command import COMMANDS, RUN, Command
from retail_training.sagemaker import is_training_job
from retail_training.settings import Settings

PROGRAM = "python -m retail_training"


def parse(words: list[str]) -> Callable[[], None]:
    """Parse them; ends the process with code 2, or after --help with 0, as argparse does.

    SageMaker says `train` to every training container and means the whole run, so that is what it gets there.
    """
    as_job = not words or (words == ["train"] and is_training_job())
    given = _parser().parse_args(["run"] if as_job else words)
    command: Command = given.command
    flags = {name: value for name in command.settings if (value := getattr(given, name)) is not None}
    return lambda: command.work(Settings(**flags), given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description=f"Makes the retail price sensitivity model. Without a command: {RUN.help.partition(';')[0]}.",
        epilog="Every flag can also be given as an environment variable: --data-dir is DATA_DIR.",
    )
    parsers = parser.add_subparsers(title="commands", required=True, metavar="command")
    for command in COMMANDS:
        added = parsers.add_parser(
            command.name,
            help=command.help,
            description=command.help,
            epilog="examples:" + "".join(f"\n  {PROGRAM} {example}" for example in command.examples),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _add_flags(added, command)
    return parser


def _add_flags(parser: argparse.ArgumentParser, command: Command) -> None:
    for name in command.settings:
        field = Settings.model_fields[name]
        default = "" if field.default is None else f" (default: {_shown(field.default)})"
        parser.add_argument(f"--{name.replace('_', '-')}", help=f"{field.description}{default}".replace("%", "%%"))
    for option in command.options:
        action = "store_true" if option.is_switch else "store"
        parser.add_argument(option.flag, action=action, help=option.help)
    parser.set_defaults(command=command)


def _shown(default: object) -> str:
    return ",".join(default) if isinstance(default, tuple) else str(default)
