"""Small shapes and cells that say in a glance what words beside them say."""
