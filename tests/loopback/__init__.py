"""Services of the internet, played on this machine for engines that know no better."""
