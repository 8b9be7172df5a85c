namespace Travel.Pipeline;

internal interface IReleaseStep
{
    string Name { get; }

    Task<bool> RunAsync(Platform platform, CancellationToken cancellationToken);
}
