"""Speed, each figure beside a peer or a floor: `make bench`."""
