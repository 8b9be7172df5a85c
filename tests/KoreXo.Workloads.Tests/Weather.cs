namespace KoreXo.Workloads;

/// <summary>What goes wrong on the platform while a program runs.</summary>
public enum Weather
{
    /// <summary>Nothing.</summary>
    Fair,

    /// <summary>One request in five is rate limited, fails, is answered late or loses its response.</summary>
    Storm,
}
