using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LogiPilot.GraphQL.Tests.Validation;

/// <summary>The time the current thread has worked; where the system does not tell it, the time of the clock.</summary>
internal static class ThreadTime
{
    private const int ThreadClock = 3;

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeOfClock
    {
        public long Seconds;
        public long Nanoseconds;
    }

    public static TimeSpan Now => OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000d)
        : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeOfClock time);
}
