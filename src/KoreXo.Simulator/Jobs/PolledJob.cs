namespace KoreXo.Simulator.Jobs;

/// <summary>The progress of a job, measured in status calls: it is done at the last one.</summary>
internal sealed class PolledJob(int polls)
{
    private int _seen;

    public bool IsDone => _seen >= polls;

    /// <summary>Gets the progress in percent.</summary>
    public int Percent => _seen * 100 / polls;

    // Progress by status calls and not by time: a test need not wait or move a clock, and the number of polls that a client sends is
    // known exactly. The result is applied at the call that reports the end, so a client that stops polling leaves the job unfinished.
    /// <summary>Counts a status call.</summary>
    /// <returns>Whether the job finished with this call.</returns>
    public bool Advance()
    {
        if (IsDone)
        {
            return false;
        }

        _seen++;
        return IsDone;
    }
}
