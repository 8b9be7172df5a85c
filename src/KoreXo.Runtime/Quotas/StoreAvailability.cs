namespace KoreXo.Runtime;

/// <summary>Whether a store responds. While it does not, some callers wait for it, and others leave probing it to one of them.</summary>
internal sealed class StoreAvailability(TimeProvider clock)
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private RateLimitStoreException? _failure;
    private long _failingSince;
    private long _failedAt;
    private bool _isProbed;

    /// <summary>Gets the last failure; <see langword="null"/> if the store responds.</summary>
    public RateLimitStoreException? Failure
    {
        get
        {
            lock (_gate)
            {
                return _failure;
            }
        }
    }

    /// <summary>Gets the time since the store began to fail without interruption; zero if it responds.</summary>
    public TimeSpan FailingFor
    {
        get
        {
            lock (_gate)
            {
                return _failure is null ? TimeSpan.Zero : clock.GetElapsedTime(_failingSince);
            }
        }
    }

    /// <summary>Gets the time since the store failed last; zero if it responds.</summary>
    public TimeSpan SinceFailure
    {
        get
        {
            lock (_gate)
            {
                return _failure is null ? TimeSpan.Zero : clock.GetElapsedTime(_failedAt);
            }
        }
    }

    /// <summary>Checks whether to call the store: it responds, or it is time for one caller to probe it.</summary>
    public bool ShouldTry()
    {
        lock (_gate)
        {
            if (_failure is null)
            {
                return true;
            }

            if (_isProbed || clock.GetElapsedTime(_failedAt) < ProbeEvery)
            {
                return false;
            }

            _isProbed = true;
            return true;
        }
    }

    /// <summary>Records that the store responded.</summary>
    /// <returns>Whether it did not before.</returns>
    public bool Succeed()
    {
        lock (_gate)
        {
            var wasFailing = _failure is not null;
            (_failure, _isProbed) = (null, false);
            return wasFailing;
        }
    }

    /// <summary>Records that the store failed.</summary>
    /// <returns>Whether it responded before.</returns>
    public bool Fail(RateLimitStoreException failure)
    {
        lock (_gate)
        {
            var isNew = _failure is null;
            var now = clock.GetTimestamp();
            _failingSince = isNew ? now : _failingSince;
            (_failure, _failedAt, _isProbed) = (failure, now, false);
            return isNew;
        }
    }

    /// <summary>Records that a caller gave up before the store responded; another may probe it.</summary>
    public void GiveUp()
    {
        lock (_gate)
        {
            _isProbed = false;
        }
    }
}
