@rem cmd.exe has no exec: npm finds this one, and runs what follows it.
@%*
