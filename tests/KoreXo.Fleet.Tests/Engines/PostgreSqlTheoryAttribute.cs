namespace KoreXo.Fleet.Tests.Engines;

/// <summary>A test with several runs that starts a PostgreSQL server.</summary>
public sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="PostgreSqlTheoryAttribute"/> class: skipped where there is no PostgreSQL.
    /// </summary>
    public PostgreSqlTheoryAttribute() => Skip = new PostgreSqlFactAttribute().Skip;
}
