namespace KoreXo.Generator.Model;

/// <summary>How null is sent for the optional members of an object that may be null.</summary>
internal enum NullMembers
{
    /// <summary>Not at all: null is absent.</summary>
    Never,

    /// <summary>Where it is assigned: the object is sent by an update, and received too.</summary>
    WhenAssigned,

    /// <summary>By a type of its own: the object is nothing but an update.</summary>
    Explicit,
}
