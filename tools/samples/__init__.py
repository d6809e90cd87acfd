"""Reports made for this project, in the layouts published reports are found in."""
