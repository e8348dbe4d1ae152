"""The commands, a module each; `asked` is what several of them do alike."""
