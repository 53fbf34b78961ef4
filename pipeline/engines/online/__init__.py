"""What every engine on the network needs: patience with limits, and manners."""
