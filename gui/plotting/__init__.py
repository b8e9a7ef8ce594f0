"""What the views' plots share: scales, contour geometry, placement of labels, painting. Knows no view."""
