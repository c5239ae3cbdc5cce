"""Pictures as SVG text: the ring, charts, and Sankey diagrams with loops; data in, text out."""
