using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Solutions;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Solutions;

/// <summary>The solution or project that a target means.</summary>
public sealed class TargetPathTests
{
    [Theory]
    [InlineData("App.sln")]
    [InlineData("App.slnx")]
    [InlineData("App.csproj")]
    [InlineData("App.SLNX")]
    [InlineData("Ärger mit Leerzeichen.csproj")]
    public void A_file_is_itself(string name)
    {
        using var folder = new SpecFolder().Write(name, "");

        Assert.Equal(folder.File(name), TargetPath.Resolve(folder.File(name)));
    }

    [Theory]
    [InlineData("App.slnx", "App.csproj", "Other.csproj", "App.slnx")]
    [InlineData("App.csproj", "App.vbproj", "readme.md", "App.csproj")]
    public void A_folder_means_its_solution_and_otherwise_its_project(string first, string second, string third, string expected)
    {
        using var folder = new SpecFolder().Write(first, "").Write(second, "").Write(third, "");

        Assert.Equal(folder.File(expected), TargetPath.Resolve(folder.Path));
    }

    [Theory]
    [InlineData("A.slnx,B.sln", " has several: A.slnx, B.sln. Name one.")]
    [InlineData("B.csproj,A.csproj", " has several: A.csproj, B.csproj. Name one.")]
    [InlineData("A.vbproj", " has neither a solution nor a C# project. Name one.")]
    public void A_folder_that_does_not_say_which_is_refused(string files, string message)
    {
        using var folder = new SpecFolder();
        files.Split(',').ToList().ForEach(name => folder.Write(name, ""));

        Assert.Equal(folder.Path + message, Assert.Throws<CommandException>(() => TargetPath.Resolve(folder.Path)).Message);
    }

    [Theory]
    [InlineData("App.vbproj", " is neither a solution (.sln, .slnx) nor a C# project (.csproj).")]
    [InlineData("App.slnf", " is neither a solution (.sln, .slnx) nor a C# project (.csproj).")]
    public void Another_file_is_refused(string name, string message)
    {
        using var folder = new SpecFolder().Write(name, "");

        Assert.Equal(folder.File(name) + message, Assert.Throws<CommandException>(() => TargetPath.Resolve(folder.File(name))).Message);
    }
}
