# What private sets of codes mean.
