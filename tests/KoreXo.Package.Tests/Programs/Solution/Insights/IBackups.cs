namespace Travel.Insights;

/// <summary>Saves bots.</summary>
public interface IBackups
{
    /// <summary>Exports a bot and returns the id of the file.</summary>
    Task<string?> SaveAsync(string botId, CancellationToken cancellationToken);
}
