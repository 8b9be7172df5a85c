namespace KoreXo.Simulator.Wire;

/// <summary>The ids of the single account of a simulated platform.</summary>
internal static class AccountIds
{
    public const string Account = "5f1a2b3c4d5e6f7081920a01";

    /// <summary>The author of rows that no app has inserted.</summary>
    public const string SeedAuthor = "st-5f1a2b3c-4d5e-5f60-8192-0a1b2c3d4e60";

    public const string Organization = "o-5f1a2b3c-4d5e-5f60-8192-0a1b2c3d4e5f";
}
