namespace KoreXo.Fleet.Tests.Engines;

/// <summary>A test that starts a PostgreSQL server.</summary>
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="PostgreSqlFactAttribute"/> class: skipped where there is no PostgreSQL.
    /// </summary>
    public PostgreSqlFactAttribute()
    {
        if (!PostgreSqlEngine.IsInstalled)
        {
            Skip = "PostgreSQL is not installed: 'apt-get install postgresql' brings it.";
        }
    }
}
