namespace KoreXo.Workloads;

/// <summary>What the README of a program says about its runs.</summary>
internal static class SceneNumbers
{
    /// <summary>Counts the requests of a scene, and those that a fault or a rate limit disrupted.</summary>
    public static string Count(this Scene scene)
    {
        var requests = scene.Platform.Requests.Where(static request => request.OperationId is not null).ToList();
        return $"{requests.Count} requests, {requests.Count(static request => request.Fault is not null)} of them disrupted";
    }
}
