using System.Reflection;

namespace KoreXo.Runtime.Tests;

/// <summary>What the service learns of the library from a request.</summary>
public sealed class UserAgentTests
{
    [Fact]
    public void The_version_is_that_of_the_assembly() =>
        Assert.Equal(
            UserAgent.Version,
            typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]
        );
}
