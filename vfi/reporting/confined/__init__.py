"""Work on a stranger's template in a process of its own, with limits of time and memory."""
