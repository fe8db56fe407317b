"""Rules about the course: each family of them in a file of its own, pure functions from the model to findings."""
