namespace KoreXo.Simulator.Jobs;

/// <summary>How far a job is, in status calls: it is done at the last of those it takes.</summary>
internal sealed class PolledJob(int polls)
{
    private int _seen;

    public bool IsDone => _seen >= polls;

    /// <summary>The share that is done, from 0 to 100.</summary>
    public int Percent => _seen * 100 / polls;

    /// <summary>Counts a status call.</summary>
    /// <returns>Whether the job ended at this very call.</returns>
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
