"""How much clearer the horn chain is, by public metrics over a simulated horn loudspeaker."""
