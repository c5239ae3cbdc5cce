"""The organisations of the cluster: who they are, who acts for them, who may see what."""
