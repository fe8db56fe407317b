"""What is made from the model beside the pages themselves."""
