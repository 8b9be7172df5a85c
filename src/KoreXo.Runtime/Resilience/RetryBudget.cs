namespace KoreXo.Runtime;

/// <summary>
/// Keeps retries from multiplying the load on a server that is down: ten retries are available initially, and every call earns a tenth of
/// one.
/// </summary>
internal sealed class RetryBudget
{
    private const int Cost = 10;
    private const int Given = 10 * Cost;
    private const int Most = 100 * Cost;

    private int _balance = Given;

    /// <summary>Records a call.</summary>
    public void Earn()
    {
        var balance = Volatile.Read(ref _balance);
        while (balance < Most)
        {
            var seen = Interlocked.CompareExchange(ref _balance, balance + 1, balance);
            if (seen == balance)
            {
                return;
            }

            balance = seen;
        }
    }

    /// <summary>Spends one retry, if the budget has any left.</summary>
    public bool TrySpend()
    {
        var balance = Volatile.Read(ref _balance);
        while (balance >= Cost)
        {
            var seen = Interlocked.CompareExchange(ref _balance, balance - Cost, balance);
            if (seen == balance)
            {
                return true;
            }

            balance = seen;
        }

        return false;
    }
}
