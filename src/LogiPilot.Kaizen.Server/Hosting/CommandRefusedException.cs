namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>A command of the program cannot be done; the message, one line on standard error, says what to do.</summary>
public sealed class CommandRefusedException(string message) : Exception(message);
