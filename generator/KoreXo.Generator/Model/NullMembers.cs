namespace KoreXo.Generator.Model;

/// <summary>How null is sent for optional nullable members of an object.</summary>
internal enum NullMembers
{
    /// <summary>Never: null means absent.</summary>
    Never,

    /// <summary>If it was assigned: the object is sent by an update, and also received.</summary>
    WhenAssigned,

    /// <summary>By a type of its own: the object is only used in updates.</summary>
    Explicit,
}
