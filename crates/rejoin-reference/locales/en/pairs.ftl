# What is told of particular pairs.
