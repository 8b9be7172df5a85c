using KoreXo.Samples;
using Workloads;

return await Entry.RunAsync(
    Catalog.Usage,
    cancellationToken =>
        args is [var name, .. var rest] && Catalog.Programs.TryGetValue(name, out var program)
            ? program(rest, cancellationToken)
            : throw new HelpRequestedException()
);
