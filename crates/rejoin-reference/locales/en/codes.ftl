# What is told of each code.
