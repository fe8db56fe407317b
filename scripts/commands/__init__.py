"""The commands of the door, one a module, each with `run(options) -> exit status`."""
