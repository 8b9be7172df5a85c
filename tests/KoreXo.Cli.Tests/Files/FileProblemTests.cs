using KoreXo.Cli.Files;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Files;

/// <summary>Why a file cannot be read or written, in words that help.</summary>
public sealed class FileProblemTests
{
    [Fact]
    public void A_folder_is_called_one_whatever_the_platform_says()
    {
        using var folder = new SpecFolder();

        Assert.Equal("It is a folder.", FileProblem.Describe(folder.Path, new UnauthorizedAccessException("Access is denied.")));
    }

    [Fact]
    public void Of_a_file_the_words_of_the_platform_are_shown()
    {
        using var folder = new SpecFolder().Write("a", "");

        Assert.Equal("The disk is full.", FileProblem.Describe(folder.File("a"), new IOException("The disk is full.")));
        Assert.Equal("Not there.", FileProblem.Describe(folder.File("b"), new FileNotFoundException("Not there.")));
    }
}
